import { createServer } from 'node:net'
import { CommandError } from '../command.ts'

const TRIES = 50

/** The first port from `first` on that nothing listens at. @throws CommandError */
export async function findFreePort(host: string, first: number): Promise<number> {
  for (let port = first; port < first + TRIES; port++) if (await isFree(host, port)) return port
  throw new CommandError(`no free port from ${first} to ${first + TRIES - 1}; set PORT`)
}

function isFree(host: string, port: number): Promise<boolean> {
  return new Promise((resolve, reject) => {
    const server = createServer()
    server.once('error', (error: NodeJS.ErrnoException) => {
      if (error.code === 'EADDRINUSE') resolve(false)
      else reject(error)
    })
    server.listen(port, host, () => server.close(() => resolve(true)))
  })
}
