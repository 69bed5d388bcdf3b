// Files that the app must refuse, made from a good one (its layout: src/io/FORMAT.md). Lies are told
// with the checksums put right, so that they get past the envelope.
import { deflateSync, inflateSync } from 'node:zlib';

const kHeadBytes = 28; // magic 8, version 4, oldest reader 4, length 8, checksum 4
const kChunkHeadBytes = 20; // type 4, flags 4, length 8, checksum 4
const kHistory = 'HIST';
const kBlockHeadBytes = 9; // method 1, plain size 8

export function badFiles(good) {
  const middle = Math.floor(good.length / 2);
  return [
    { name: 'not ours', bytes: Buffer.from('%PDF-1.7\n% A board paper\n'), says: /not a Partnership Atlas file/ },
    { name: 'empty', bytes: Buffer.alloc(0), says: /empty/ },
    { name: 'cut in half', bytes: good.subarray(0, middle), says: /cut short/ },
    { name: 'without its last byte', bytes: good.subarray(0, -1), says: /cut short/ },
    { name: 'with a bit flipped', bytes: flipped(good, middle), says: /damaged/ },
    { name: 'of a newer version', bytes: newer(good), says: /newer version/ },
    { name: 'claiming 2^32 + 1 changes', bytes: claiming(good, 2n ** 32n + 1n), says: /damaged|more than it can/ },
    { name: 'claiming 2^27 changes', bytes: claiming(good, 2n ** 27n), says: /damaged|more than it can/ },
    { name: 'claiming a block of 2^40 bytes', bytes: claimingSize(good, 2n ** 40n), says: /more than it can/ },
  ];
}

function flipped(good, at) {
  const bytes = Buffer.from(good);
  bytes[at] ^= 0x10;
  return bytes;
}

function newer(good) {
  const bytes = Buffer.from(good);
  bytes.writeUInt32LE(1000, 8);
  bytes.writeUInt32LE(1000, 12);
  return withHead(bytes);
}

// The first number of a history block is how many changes it holds.
function claiming(good, count) {
  return withFirstHistory(good, (block) => {
    const deflated = block[0] === 1;
    const content = block.subarray(kBlockHeadBytes);
    const plain = Buffer.from(deflated ? inflateSync(content) : content);
    plain.writeBigUInt64LE(count, 0);
    return Buffer.concat([block.subarray(0, kBlockHeadBytes), deflated ? deflateSync(plain) : plain]);
  });
}

function claimingSize(good, size) {
  return withFirstHistory(good, (block) => {
    const lie = Buffer.from(block);
    lie.writeBigUInt64LE(size, 1);
    return lie;
  });
}

function withFirstHistory(good, change) {
  const parts = [Buffer.from(good.subarray(0, kHeadBytes))];
  let changed = false;
  for (let at = kHeadBytes; at < good.length; ) {
    const head = Buffer.from(good.subarray(at, at + kChunkHeadBytes));
    const length = Number(head.readBigUInt64LE(8));
    let bytes = good.subarray(at + kChunkHeadBytes, at + kChunkHeadBytes + length);
    if (!changed && head.toString('latin1', 0, 4) === kHistory) {
      bytes = change(bytes);
      changed = true;
    }
    head.writeBigUInt64LE(BigInt(bytes.length), 8);
    head.writeUInt32LE(crc32(bytes, crc32(head.subarray(0, 16))), 16);
    parts.push(head, bytes);
    at += kChunkHeadBytes + length;
  }
  if (!changed) throw new Error('the good file has no history chunk');
  return withHead(Buffer.concat(parts));
}

function withHead(bytes) {
  bytes.writeBigUInt64LE(BigInt(bytes.length), 16);
  bytes.writeUInt32LE(crc32(bytes.subarray(0, 24)), 24);
  return bytes;
}

const kTable = Uint32Array.from({ length: 256 }, (_, n) => {
  let c = n;
  for (let k = 0; k < 8; ++k) c = c & 1 ? 0xedb88320 ^ (c >>> 1) : c >>> 1;
  return c >>> 0;
});

function crc32(bytes, soFar = 0) {
  let crc = ~soFar >>> 0;
  for (const byte of bytes) crc = (kTable[(crc ^ byte) & 0xff] ^ (crc >>> 8)) >>> 0;
  return ~crc >>> 0;
}
