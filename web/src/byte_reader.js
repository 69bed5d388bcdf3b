// Reads little-endian numbers and texts one after another. Throws a RangeError at the end.
const decoder = new TextDecoder('utf-8', { ignoreBOM: true });

export class ByteReader {
  #bytes;
  #view;
  #at = 0;

  constructor(bytes) {
    this.#bytes = bytes;
    this.#view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  }

  u8() {
    return this.#view.getUint8(this.#step(1));
  }
  u16() {
    return this.#view.getUint16(this.#step(2), true);
  }
  u32() {
    return this.#view.getUint32(this.#step(4), true);
  }
  i32() {
    return this.#view.getInt32(this.#step(4), true);
  }
  u64() {
    return this.#view.getBigUint64(this.#step(8), true);
  }
  f32() {
    return this.#view.getFloat32(this.#step(4), true);
  }
  f64() {
    return this.#view.getFloat64(this.#step(8), true);
  }
  text() {
    const length = this.u32();
    const start = this.#step(length);
    if (start + length > this.#bytes.length) throw new RangeError('text beyond the end');
    return decoder.decode(this.#bytes.subarray(start, start + length));
  }
  rest() {
    return this.#bytes.subarray(this.#at);
  }

  #step(size) {
    const start = this.#at;
    this.#at += size;
    return start;
  }
}
