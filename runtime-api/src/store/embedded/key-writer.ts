const firstBytes = 4_096;

/** Keys as they are put together, one after the other: one piece of memory for all, from which each finished one is copied. */
export class KeyWriter {
  #bytes = Buffer.allocUnsafe(firstBytes);
  #length = 0;

  get length(): number {
    return this.#length;
  }

  byte(value: number): void {
    this.#room(1);
    this.#bytes[this.#length++] = value;
  }

  raw(bytes: Uint8Array): void {
    this.#room(bytes.length);
    this.#bytes.set(bytes, this.#length);
    this.#length += bytes.length;
  }

  whole(value: number): void {
    this.#room(4);
    this.#length = this.#bytes.writeUInt32BE(value, this.#length);
  }

  /** Eight bytes that sort as the numbers do: the sign is turned, below zero everything. NaN is below every number, as MongoDB sorts it. */
  double(value: number): void {
    this.#room(8);
    const [bytes, from] = [this.#bytes, this.#length];
    this.#length += 8;
    if (Number.isNaN(value)) {
      bytes.fill(0, from, from + 8);
      return;
    }
    bytes.writeDoubleBE(value === 0 ? 0 : value, from); // One zero, not two.
    const first = bytes[from] ?? 0;
    if (first & 0x80) this.turn(from);
    else bytes[from] = first | 0x80;
  }

  /** UTF-8 with 00 as 00 FF. */
  text(text: string): void {
    this.#room(text.length * 3);
    const bytes = this.#bytes;
    let to = this.#length;
    // Ids, names and times are short and plain: faster by hand than by a call out of the language.
    for (let at = 0; at < text.length; at++) {
      const unit = text.charCodeAt(at);
      if (unit === 0 || unit > 0x7f || at === plainMost) {
        this.#length = to;
        this.#anyText(text.slice(at));
        return;
      }
      bytes[to++] = unit;
    }
    this.#length = to;
  }

  #anyText(text: string): void {
    for (const [at, piece] of text.split('\0').entries()) {
      if (at > 0) {
        this.byte(0x00);
        this.byte(0xff);
      }
      this.#room(piece.length * 3);
      this.#length += this.#bytes.write(piece, this.#length, 'utf8');
    }
  }

  /** Sorts the other way what was written since. */
  turn(from: number): void {
    for (let at = from; at < this.#length; at++) this.#bytes[at] = 0xff - (this.#bytes[at] ?? 0);
  }

  /** What was written since, only until the next is written. */
  since(from: number): Buffer {
    return this.#bytes.subarray(from, this.#length);
  }

  backTo(length: number): void {
    this.#length = length;
  }

  /** A copy of all that was written; the next key begins. */
  taken(): Buffer {
    const key = Buffer.allocUnsafe(this.#length);
    key.set(this.since(0));
    this.#length = 0;
    return key;
  }

  #room(bytes: number): void {
    if (this.#length + bytes <= this.#bytes.length) return;
    const larger = Buffer.allocUnsafe(Math.max(this.#bytes.length * 2, this.#length + bytes));
    larger.set(this.since(0));
    this.#bytes = larger;
  }
}

const plainMost = 64;
