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
  'lib/leaflet@1.9.4/leaflet.js': { library: 'leaflet', file: 'dist/leaflet.js' },
  'lib/leaflet@1.9.4/leaflet.css': { library: 'leaflet', file: 'dist/leaflet.css' },
}
