/**
 * The files of other people's libraries that pages load, by the path under which we serve them. Each is one file that was
 * built by its makers for the browser.
 */
export interface LibraryFile {
  /** As it is installed. */
  readonly library: string
  readonly file: string
}

export const libraryFiles: Readonly<Record<string, LibraryFile>> = {
  'lib/chart.js@4.6.1/chart.umd.min.js': { library: 'chart.js', file: 'dist/chart.umd.min.js' },
  'lib/cytoscape@3.35.0/cytoscape.esm.min.mjs': { library: 'cytoscape', file: 'dist/cytoscape.esm.min.mjs' },
  'lib/combobox-nav@3.0.2/index.js': { library: '@github/combobox-nav', file: 'dist/index.js' },
  'lib/leaflet@1.9.4/leaflet.css': { library: 'leaflet', file: 'dist/leaflet.css' },
  'lib/leaflet@1.9.4/leaflet.js': { library: 'leaflet', file: 'dist/leaflet.js' },
  'lib/n3@2.13.12/n3.esm.min.js': { library: 'n3', file: 'browser/n3.esm.min.js' },
  'lib/terraformer-wkt@2.2.2/t-wkt.umd.js': { library: '@terraformer/wkt', file: 'dist/t-wkt.umd.js' },
  'lib/yasqe@4.6.2/yasqe.min.css': { library: '@zazuko/yasqe', file: 'build/yasqe.min.css' },
  'lib/yasqe@4.6.2/yasqe.min.js': { library: '@zazuko/yasqe', file: 'build/yasqe.min.js' },
}
