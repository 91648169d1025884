/**
 * A file server that knows nothing but files: no redirects, no rewriting, `index.html` where an address ends in `/`.
 */
import { createReadStream } from 'node:fs'
import { stat } from 'node:fs/promises'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { extname, join, normalize } from 'node:path'
import { pipeline } from 'node:stream/promises'

const types: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.css': 'text/css',
  '.js': 'text/javascript',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
}

export interface StaticServer extends AsyncDisposable {
  /** Where the folder is; ends in `/`. */
  readonly base: string
}

/** @param folder which need not be there yet @param path below which it is; ends in `/` */
export async function serveFolder(folder: string, path = '/'): Promise<StaticServer> {
  const server = createServer(async (request, response) => {
    const { pathname } = new URL(request.url!, 'http://localhost')
    const asked = normalize(decodeURIComponent(pathname))
    const name = join(folder, `${asked.slice(path.length)}${asked.endsWith('/') ? 'index.html' : ''}`)
    const isFile =
      asked.startsWith(path) &&
      (await stat(name).then(
        (found) => found.isFile(),
        () => false,
      ))
    if (!isFile) {
      response.writeHead(404).end()
      return
    }
    response.setHeader('content-type', types[extname(name)] ?? 'application/octet-stream')
    await pipeline(createReadStream(name), response)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  return {
    base: `http://127.0.0.1:${port}${path}`,
    async [Symbol.asyncDispose]() {
      server.closeAllConnections()
      await new Promise((resolve) => server.close(resolve))
    },
  }
}
