// A process of its own that serves an in-memory PGlite over TCP; prints its URL, ends with its parent.
import { PGlite } from '@electric-sql/pglite'
import { pg_textsearch } from '@electric-sql/pglite-pg_textsearch'
import { vector } from '@electric-sql/pglite-pgvector'
import { PGLiteSocketServer } from '@electric-sql/pglite-socket'

const db = await PGlite.create({ extensions: { vector, pg_textsearch } })
const server = new PGLiteSocketServer({ db, port: 0, host: '127.0.0.1', maxConnections: 50 })
await server.start()
process.on('disconnect', () => process.exit())
process.send?.(`postgres://postgres@${server.getServerConn()}/postgres?sslmode=disable`)
