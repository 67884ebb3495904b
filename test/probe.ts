import { startTestApp, aPage, aSource } from './support/test-app.ts'
const app = await startTestApp()
const src = await aSource(app)
for (let i = 0; i < 3; i++)
  await app.post(
    '/ai/external_pages',
    aPage(src, { external_id: 'p' + i, title: 'T' + i, html: `<p>common secret${i}word text here ${i}</p>` }),
  )
await app.post(
  '/ai/external_pages',
  aPage(src, {
    external_id: 'hid',
    ai_agent_availability: false,
    title: 'Hid',
    html: `<p>common hiddenword text here</p>`,
  }),
)
const s = (q: string) => app.post('/dorsal/v1/search', { query: q, agent: 'ai_agent', explain: true })
for (const q of ['common', 'secret1word', 'hiddenword', 'zzzunknown', 'common hiddenword', 'common zzzunknown'])
  console.log(
    q,
    JSON.stringify((await s(q)).body, (k, v) =>
      ['passage', 'url', 'external_id', 'heading_path', 'took_ms', 'source_id'].includes(k) ? undefined : v,
    ),
  )
for (const q of ['hiddenword', 'secret1word', 'secret1word hiddenword', 'secret1word zzzunknown', 'common'])
  console.log(q, JSON.stringify((await app.post('/dorsal/v1/answers', { question: q, agent: 'ai_agent' })).body))
await app[Symbol.asyncDispose]()
