import { expect, test } from 'vitest'
import { describeContract, operations, validateEvent, validateRequest, validateResponse } from './contract.ts'

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

  test('knows the operations of the reporting data export with their statuses', () => {
    const known = [...operations('/export/reporting_data/'), ...operations('/download/reporting_data/')]
    expect(known.map(({ operationId, statuses }) => `${operationId} ${statuses.join()}`)).toEqual([
      'POST /export/reporting_data/enqueue 200,400,401,429',
      'GET /export/reporting_data/{job_identifier} 200,404',
      'GET /export/reporting_data/get_datasets 200',
      'GET /download/reporting_data/{job_identifier} 200,404',
    ])
  })

  test('knows the operations of custom objects with their statuses', () => {
    const known = operations('/custom_object_instances/')
    expect(known.map(({ method, operationId, statuses }) => `${method} ${operationId} ${statuses.join()}`)).toEqual([
      'POST createCustomObjectInstances 200,401,404',
      'GET getCustomObjectInstancesByExternalId 200,401,404',
      'DELETE deleteCustomObjectInstancesById 200,401,404',
      'GET getCustomObjectInstancesById 200,401,404',
      'DELETE deleteCustomObjectInstancesByExternalId 200,401,404',
    ])
  })

  test('knows the operations of conversations with their statuses', () => {
    const known = [...operations('/fin/'), ...operations('/custom_channel_events/')]
    expect(known.map(({ method, operationId, statuses }) => `${method} ${operationId} ${statuses.join()}`)).toEqual([
      'POST startFinConversation 200,400,401',
      'POST replyToFin 200,400,401',
      'POST submitFinCsat 200,401,422',
      'POST notifyNewConversation 200,400,401,404,422',
      'POST notifyNewMessage 200,400,401,404,422',
      'POST notifyQuickReplySelected 200,400,401,404,422',
      'POST notifyAttributeCollected 200,400,401,404,422',
    ])
  })

  test.each([
    // Four requests, nine bodies of success (a source's deletion has none), ten 401.
    ['/ai/', 23],
    // Seven requests, five successes, two 400, three 401, five 422.
    ['/fin/', 22],
    // Four requests; a success, 400, 401 and 422 each, and three 404.
    ['/custom_channel_events/', 4 + 4 * 7],
  ] as const)("accepts the description's own examples of %s", (group, expected) => {
    let count = 0
    for (const { operationId, requestExamples, responseExamples } of operations(group)) {
      for (const body of requestExamples) {
        expect(validateRequest(operationId, body), operationId).toEqual([])
        count++
      }
      for (const { status, body } of responseExamples) {
        expect(validateResponse(operationId, status, body), operationId).toEqual([])
        count++
      }
    }
    expect(count).toBe(expected)
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

  test('finds faults in events', () => {
    const at = '2026-01-02T03:04:05.678Z'
    const chunk = {
      event_name: 'fin_reply_chunk',
      conversation_id: 'c',
      stream_id: 's',
      chunk_index: 0,
      chunk_text: 't',
      status: 'replying',
      created_at_ms: at,
    }
    expect(validateEvent('fin_reply_chunk', chunk)).toEqual([])
    expect(validateEvent('fin_reply_chunk', { ...chunk, user_id: 'u' })).not.toEqual([])
    expect(validateEvent('fin_reply_chunk', { ...chunk, chunk_index: 0.5 })).not.toEqual([])
    expect(validateEvent('fin_reply_chunk', { ...chunk, status: 'thinking' })).not.toEqual([])
    expect(validateEvent('fin_status_updated', chunk)).not.toEqual([])
    const replied = {
      event_name: 'fin_replied',
      conversation_id: 'c',
      user_id: 'u',
      message: { author: 'fin', body: '', timestamp_ms: at },
      status: 'awaiting_user_reply',
      created_at_ms: at,
    }
    expect(validateEvent('fin_replied', replied)).toEqual([])
    expect(validateEvent('fin_replied', { ...replied, status: 'replying' })).not.toEqual([])
    expect(validateEvent('fin_replied', { ...replied, created_at_ms: 1_700_000_000 })).not.toEqual([])
    const { message } = replied
    expect(validateEvent('fin_replied', { ...replied, message: { ...message, sources: [] } })).not.toEqual([])
  })
})
