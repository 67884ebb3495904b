import { EventEmitter } from 'node:events'

/** A connection that takes `room` writes before it is full, and has to be drained by hand. */
export class FakeResponse extends EventEmitter {
  readonly written: string[] = []
  destroyed = false
  writableEnded = false
  #room: number
  #pending = 0

  constructor(room: number) {
    super()
    this.#room = room
  }

  write(text: string, onWritten?: () => void): boolean {
    if (this.writableEnded || this.destroyed) throw new Error('written after the end')
    this.written.push(text)
    if (onWritten !== undefined) onWritten()
    return ++this.#pending < this.#room
  }

  drain(): void {
    this.#pending = 0
    this.emit('drain')
  }

  end(): void {
    this.writableEnded = true
  }

  destroy(): void {
    this.destroyed = true
    this.emit('close')
  }
}
