/**
 * The files of other people's libraries that modules load, as we serve them: each puts itself at the window, under the name
 * that its types give it.
 */
declare module '*/leaflet.js'
