/**
 * The command `serve`: the server.
 */
import type { Config } from '../config.ts'
import { FaultsError } from '../errors.ts'
import { createServer, type Server } from '../server.ts'

/**
 * Loads, validates, and listens.
 * @param mayListen is given the version of the data when all else is done, and settles when the server may listen
 * @returns the running server; its address is `config.publicUrl`
 * @throws FaultsError when the data is wrong or the port cannot be had
 */
export async function serve(config: Config, mayListen?: (version: string) => Promise<void>): Promise<Server> {
  const server = await createServer(config)
  try {
    await mayListen?.(server.version.name)
    await server.app.listen({ port: config.port, host: config.host })
  } catch (error) {
    await server.close()
    throw listenFault(error as NodeJS.ErrnoException, config)
  }
  return server
}

function listenFault(error: NodeJS.ErrnoException, { port, host }: Config): Error {
  const sentences: Readonly<Record<string, string>> = {
    EADDRINUSE: `PORT=${port}: another program already listens there; set PORT to a free one`,
    EACCES: `PORT=${port}: this user may not listen there; set PORT to one above 1023`,
    EADDRNOTAVAIL: `HOST=${host}: this machine has no such address`,
    ENOTFOUND: `HOST=${host}: this machine has no such address`,
  }
  const message = sentences[error.code ?? '']
  return message ? new FaultsError([{ message }]) : error
}
