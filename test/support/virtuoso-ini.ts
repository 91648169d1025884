/** The configuration of a Virtuoso that listens on loopback only, with all that it writes in one folder. */

export interface VirtuosoSettings {
  readonly folder: string
  /** The folder that its bulk loader may read. */
  readonly loadsFrom: string
  readonly port: number
  readonly sqlPort: number
  /** Requests that are answered at once. */
  readonly threads: number
  /** Lines of the section `Parameters`, and of `SPARQL`. */
  readonly parameters: readonly string[]
  readonly sparql: readonly string[]
}

export function virtuosoIni(settings: VirtuosoSettings): string {
  const { folder, loadsFrom, port, sqlPort, threads, parameters, sparql } = settings
  return `
[Database]
DatabaseFile=${folder}/virtuoso.db
ErrorLogFile=${folder}/virtuoso.log
LockFile=${folder}/virtuoso.lck
TransactionFile=${folder}/virtuoso.trx
xa_persistent_file=${folder}/virtuoso.pxa
[TempDatabase]
DatabaseFile=${folder}/virtuoso-temp.db
TransactionFile=${folder}/virtuoso-temp.trx
[Parameters]
ServerPort=127.0.0.1:${sqlPort}
DisableUnixSocket=1
ServerThreads=${threads + 36}
DirsAllowed=${loadsFrom}
${parameters.join('\n')}
[HTTPServer]
ServerPort=127.0.0.1:${port}
ServerThreads=${threads}
MaxKeepAlives=${threads}
KeepAliveTimeout=60
[SPARQL]
${sparql.join('\n')}
`
}
