import { expect, test } from 'vitest'
import { describeContract, operations, validateRequest, validateResponse } from './contract.ts'

const SOURCE = {
  id: 36,
  type: 'content_import_source',
  last_synced_at: 1_734_537_261,
  status: 'active',
  url: 'https://www.example.com',
  sync_behavior: 'api',
  created_at: 1_734_537_261,
  updated_at: 1_734_537_261,
}
const PAGE_BODY = { title: 'T', html: '', locale: 'en', source_id: 1, external_id: 'x', url: 'https://a.example' }

describeContract('the validator of the description', () => {
  test('knows the ten operations with their success statuses', () => {
    const known = operations().map(({ method, operationId, statuses }) => `${method} ${operationId} ${statuses.join()}`)
    expect(known.toSorted()).toEqual([
      'DELETE deleteContentImportSource 204,401',
      'DELETE deleteExternalPage 200,401',
      'GET getContentImportSource 200,401',
      'GET getExternalPage 200,401',
      'GET listContentImportSources 200,401',
      'GET listExternalPages 200,401',
      'POST createContentImportSource 200,401',
      'POST createExternalPage 200,401',
      'PUT updateContentImportSource 200,401',
      'PUT updateExternalPage 200,401',
    ])
  })

  test("accepts the description's own examples", () => {
    let count = 0
    for (const { operationId, requestExamples, responseExamples } of operations()) {
      for (const body of requestExamples) {
        expect(validateRequest(operationId, body), operationId).toEqual([])
        count++
      }
      for (const { status, body } of responseExamples) {
        expect(validateResponse(operationId, status, body), operationId).toEqual([])
        count++
      }
    }
    // Four requests, nine bodies of success (a source's deletion has none), ten 401.
    expect(count).toBe(23)
  })

  test.each([
    ['a missing field', { last_synced_at: undefined }],
    ['null where it is not allowed', { last_synced_at: null }],
    ['a string for an integer', { id: '36' }],
    ['a date for unix seconds', { created_at: '2026-01-02T03:04:05Z' }],
    ['a fraction of a second', { updated_at: 1.5 }],
    ['a value outside its list', { sync_behavior: 'automated' }],
    ['another type', { type: 'external_page' }],
  ])('finds %s in a source', (_name, change) => {
    const body = JSON.parse(JSON.stringify({ ...SOURCE, ...change }))
    expect(validateResponse('getContentImportSource', 200, SOURCE)).toEqual([])
    expect(validateResponse('getContentImportSource', 200, body)).not.toEqual([])
  })

  test('finds faults inside lists and their pages', () => {
    const list = {
      type: 'list',
      data: [SOURCE],
      total_count: 1,
      pages: { type: 'pages', page: 1, per_page: 50, total_pages: 1, next: null },
    }
    expect(validateResponse('listContentImportSources', 200, list)).toEqual([])
    const wrong = [
      { ...list, data: [{ ...SOURCE, id: 'x' }] },
      { ...list, type: 'pages' },
      { ...list, pages: { ...list.pages, next: '/relative' } },
      { ...list, pages: { ...list.pages, next: { page: 2 } } },
      { ...list, pages: { ...list.pages, page: '1' } },
      { ...list, total_count: '1' },
    ]
    for (const body of wrong) expect(validateResponse('listContentImportSources', 200, body)).not.toEqual([])
  })

  test('finds faults in errors, and statuses and bodies that nothing describes', () => {
    const error = { type: 'error.list', request_id: null, errors: [{ code: 'not_found', message: null, field: null }] }
    expect(validateResponse('getExternalPage', 404, error)).toEqual([])
    expect(validateResponse('getExternalPage', 404, { ...error, request_id: 'no-uuid' })).not.toEqual([])
    expect(validateResponse('getExternalPage', 404, { ...error, errors: [{ message: 'no code' }] })).not.toEqual([])
    expect(validateResponse('getExternalPage', 404, { error: 'Not Found' })).not.toEqual([])
    expect(validateResponse('getExternalPage', 401, { error: 'Unauthorized' })).not.toEqual([])
    expect(validateResponse('createExternalPage', 201, {})).not.toEqual([])
    expect(validateResponse('deleteContentImportSource', 204, {})).not.toEqual([])
    expect(validateResponse('deleteContentImportSource', 204, undefined)).toEqual([])
  })

  test('finds faults in requests', () => {
    expect(validateRequest('createExternalPage', PAGE_BODY)).toEqual([])
    expect(validateRequest('createExternalPage', { ...PAGE_BODY, locale: 'fr' })).not.toEqual([])
    expect(validateRequest('createExternalPage', { ...PAGE_BODY, source_id: '1' })).not.toEqual([])
    expect(validateRequest('createContentImportSource', { sync_behavior: 'manual', url: 'x' })).not.toEqual([])
  })
})
