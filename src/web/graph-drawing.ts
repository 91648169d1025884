/**
 * Draws points and the lines between them by Cytoscape. A point is chosen by a click or with the arrow keys; whoever has it
 * drawn is told which, and says what it is.
 */
import type { Core, ElementDefinition, LayoutOptions, NodeSingular, StylesheetJson } from 'cytoscape'
import { colourOf } from './colour.ts'
import type { Graph, Point } from './graph.ts'
import { labelOf } from './graph-label.ts'

export interface Drawing<Kind extends Point> {
  /** Draws more beside what is there, which stays once. */
  add(graph: Graph<Kind>): void
  /** How many points there are. */
  size(): number
}

/** @param centre the point that the others stand around, if there is one; it is drawn larger */
export async function drawGraph<Kind extends Point>(
  box: HTMLElement,
  first: Graph<Kind>,
  centre: string | undefined,
  onChoice: (point: Kind) => void,
): Promise<Drawing<Kind>> {
  const cytoscape = await load()
  const drawn = cytoscape({
    container: box,
    elements: elementsOf(first),
    style: styles(),
    minZoom: 0.1,
    maxZoom: 3,
    // Who scrolls the page does not want the picture to change; it does once it was asked.
    userZoomingEnabled: false,
  })
  matchMedia('(prefers-color-scheme: dark)').addEventListener('change', () => drawn.style(styles()))
  if (centre !== undefined) drawn.getElementById(centre).addClass('centre')
  arrange(drawn)
  box.addEventListener('focus', () => drawn.userZoomingEnabled(true))
  box.addEventListener('blur', () => drawn.userZoomingEnabled(false))
  drawn.on('tap', 'node', ({ target }) => target.select())
  drawn.on('tap', () => box.focus({ preventScroll: true }))
  drawn.on('select', 'node', ({ target }) => {
    drawn.nodes().not(target).unselect()
    drawn.edges().removeClass('told')
    // All that leads to the middle would be told at once.
    if (!target.hasClass('centre')) target.connectedEdges().addClass('told')
    onChoice(target.data())
  })
  box.addEventListener('keydown', (event) => {
    const step = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 }[event.key]
    if (step === undefined) return
    event.preventDefault()
    const nodes = drawn.nodes().toArray()
    const chosen = nodes.findIndex((node) => node.selected())
    nodes.at(chosen < 0 ? 0 : (chosen + step) % nodes.length)!.select()
  })
  return {
    add(more) {
      drawn.add(elementsOf(more).filter(({ data }) => drawn.getElementById(data.id!).empty()))
      arrange(drawn)
    },
    size: () => drawn.nodes().length,
  }
}

async function load() {
  // Cytoscape would write a style element for its container, which the policy of the page forbids, unless one is there
  // already; what it would say stands in our style sheet.
  const id = '__________cytoscape_stylesheet'
  if (!document.getElementById(id)) {
    const mark = document.createElement('meta')
    mark.id = id
    document.head.append(mark)
  }
  return (await import('../lib/cytoscape@3.35.0/cytoscape.esm.min.mjs')).default
}

function elementsOf<Kind extends Point>({ nodes, edges }: Graph<Kind>): ElementDefinition[] {
  return [
    ...nodes.map((node): ElementDefinition => {
      return { group: 'nodes', data: { ...node, label: labelOf(node.name) }, classes: node.sort }
    }),
    ...edges.map(({ from, to, property, name }): ElementDefinition => {
      const id = `${from} ${property} ${to}`
      return { group: 'edges', data: { id, source: from, target: to, label: labelOf(name) } }
    }),
  ]
}

/** So many have room in one ring. */
const mostInRing = 8

/**
 * In rings around a middle, those that most lines join further in; without one, what is joined stands near each other. The
 * same graph always looks the same, as wide and high as there is room.
 */
function arrange(drawn: Core): void {
  const proportion = drawn.width() / drawn.height()
  const middle = drawn.nodes('.centre')
  const others = drawn
    .nodes()
    .not(middle)
    .sort((one, other) => (other as NodeSingular).degree(false) - (one as NodeSingular).degree(false))
  const outward = [...middle.toArray(), ...others.toArray()].map((node) => node.id())
  // Each ring has room for more than the one inside it.
  const ringOf = (place: number) => Math.ceil((Math.sqrt(1 + (8 * place) / mostInRing) - 1) / 2)
  const ring = new Map(outward.map((id, place) => [id, ringOf(place)]))
  const rings: LayoutOptions = {
    name: 'concentric',
    animate: false,
    padding: 40,
    minNodeSpacing: 40,
    concentric: (node) => -ring.get((node as unknown as NodeSingular).id())!,
    levelWidth: () => 1,
    transform: (_node, { x, y }) => ({ x: x * Math.max(1, proportion), y: y / Math.min(1, proportion) }),
  }
  drawn.layout(rings).run()
  const joined: LayoutOptions = {
    name: 'cose',
    animate: false,
    randomize: false,
    nodeDimensionsIncludeLabels: true,
    idealEdgeLength: () => 60,
    componentSpacing: 60,
    padding: 40,
  }
  if (middle.empty()) drawn.layout(joined).run()
  // Names are not to be larger than the text around.
  if (drawn.zoom() > 1.3) drawn.zoom(1.3).center()
}

/** In the colours of the page: of its ground, its text and its lines. */
function styles(): StylesheetJson {
  const [ink, paper, soft] = [colourOf('--ink'), colourOf('--paper'), colourOf('--soft')]
  const text = { color: ink, 'text-outline-color': paper, 'text-outline-width': 2 } as const
  const sort = (name: string, shape: 'ellipse' | 'rectangle' | 'diamond' | 'round-rectangle') => ({
    selector: `.${name}`,
    style: { shape, 'background-color': colourOf(`--graph-${name}`) },
  })
  return [
    {
      selector: 'node',
      style: {
        ...text,
        label: 'data(label)',
        'font-family': 'system-ui, sans-serif',
        'font-size': 11,
        'text-wrap': 'wrap',
        'text-max-width': '96px',
        'text-valign': 'bottom',
        'text-margin-y': 3,
        'background-color': soft,
        width: 16,
        height: 16,
      },
    },
    sort('commons', 'ellipse'),
    sort('place', 'rectangle'),
    sort('concept', 'diamond'),
    sort('own', 'ellipse'),
    sort('text', 'round-rectangle'),
    { selector: '.centre', style: { width: 28, height: 28, 'font-size': 14, 'font-weight': 'bold' } },
    { selector: 'node:selected', style: { 'border-width': 3, 'border-color': ink, 'font-weight': 'bold' } },
    {
      selector: 'edge',
      style: {
        width: 1,
        'line-color': soft,
        'target-arrow-color': soft,
        'target-arrow-shape': 'triangle',
        'arrow-scale': 0.7,
        'curve-style': 'straight',
        opacity: 0.5,
      },
    },
    {
      selector: '.told',
      style: {
        ...text,
        label: 'data(label)',
        opacity: 1,
        'font-size': 9,
        'text-rotation': 'autorotate',
        'curve-style': 'bezier',
      },
    },
  ]
}
