/**
 * The files of other people's libraries that modules load, as we serve them. Leaflet puts itself at the window, under the name
 * that its types give it.
 */
declare module '*/leaflet.js'

declare module '*/cytoscape.esm.min.mjs' {
  export { default } from 'cytoscape'
}

declare module '*/n3.esm.min.js' {
  export { Parser, Writer } from 'n3'
}

declare module '*/combobox-nav@3.0.2/index.js' {
  export { default } from '@github/combobox-nav'
}
