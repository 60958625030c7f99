// Unpacks a WOFF 1.0 font (https://www.w3.org/TR/WOFF/) into the TrueType or OpenType file it was made from.
// PDF writers embed TrueType; the font package ships only the packed forms. Needs nothing but Node.
import { inflateSync } from "node:zlib";

const SIGNATURE = 0x774f4646; // "wOFF"
const HEADER = 44;
const ENTRY = 20;
const MOST_TABLES = 64;
const MOST_BYTES = 32 * 1024 * 1024;

/**
 * @param {Buffer} woff a whole WOFF 1.0 file
 * @returns {Buffer} the font as .ttf or .otf; its tables, their checksums and the font checksum are those of the original
 * @throws {Error} when the file is not WOFF 1.0, is cut short, or a table does not match its checksum
 */
export function convert(woff) {
  const tables = readTables(woff);
  const flavor = woff.readUInt32BE(4);
  const font = Buffer.alloc(12 + 16 * tables.length + tables.reduce((sum, table) => sum + padded(table.data.length), 0));
  writeOffsetTable(font, flavor, tables.length);

  // Table data keeps the order it has in the WOFF file, which is the order of the original font: the checksum of the
  // whole font, in `head`, covers the offsets too.
  let end = 12 + 16 * tables.length;
  for (const table of [...tables].sort((a, b) => a.at - b.at)) {
    table.offset = end;
    table.data.copy(font, end);
    end += padded(table.data.length);
  }
  tables.forEach((table, index) => {
    const entry = 12 + 16 * index;
    font.writeUInt32BE(table.tag, entry);
    font.writeUInt32BE(table.checksum, entry + 4);
    font.writeUInt32BE(table.offset, entry + 8);
    font.writeUInt32BE(table.data.length, entry + 12);
  });
  adjustHead(font, tables);
  return font;
}

function readTables(woff) {
  if (woff.length < HEADER || woff.readUInt32BE(0) !== SIGNATURE) throw new Error("not a WOFF 1.0 font");
  if (woff.readUInt32BE(8) !== woff.length) throw new Error("the WOFF font is cut short or has extra bytes");
  const count = woff.readUInt16BE(12);
  if (count === 0 || count > MOST_TABLES || woff.length < HEADER + ENTRY * count) {
    throw new Error("the WOFF font has a broken table directory");
  }
  const tables = Array.from({ length: count }, (_, index) => readTable(woff, HEADER + ENTRY * index));
  return tables.sort((a, b) => a.tag - b.tag);
}

function readTable(woff, entry) {
  const tag = woff.readUInt32BE(entry);
  const at = woff.readUInt32BE(entry + 4);
  const packed = woff.readUInt32BE(entry + 8);
  const length = woff.readUInt32BE(entry + 12);
  const checksum = woff.readUInt32BE(entry + 16);
  const name = nameOf(tag);
  if (packed > length || length > MOST_BYTES || at + packed > woff.length) {
    throw new Error(`table ${name} of the WOFF font is out of bounds`);
  }
  const bytes = woff.subarray(at, at + packed);
  const data = packed === length ? bytes : inflateSync(bytes, { maxOutputLength: Math.max(length, 1) });
  if (data.length !== length) throw new Error(`table ${name} of the WOFF font has the wrong length`);
  if (checksumOf(data, name === "head") !== checksum) throw new Error(`table ${name} of the WOFF font is damaged`);
  return { tag, at, checksum, data, offset: 0 };
}

function writeOffsetTable(font, flavor, count) {
  const power = Math.floor(Math.log2(count));
  const range = 16 * 2 ** power;
  font.writeUInt32BE(flavor, 0);
  font.writeUInt16BE(count, 4);
  font.writeUInt16BE(range, 6);
  font.writeUInt16BE(power, 8);
  font.writeUInt16BE(16 * count - range, 10);
}

/** Computes `checkSumAdjustment` of the `head` table afresh: 0xB1B0AFBA less the sum of the whole font with it at zero. */
function adjustHead(font, tables) {
  const head = tables.find((table) => nameOf(table.tag) === "head");
  if (!head || head.data.length < 12) return;
  font.writeUInt32BE(0, head.offset + 8);
  font.writeUInt32BE((0xb1b0afba - checksumOf(font, false)) >>> 0, head.offset + 8);
}

/** The sum of big-endian 32-bit words; for `head` its own adjustment field counts as zero. */
function checksumOf(data, isHead) {
  let sum = 0;
  for (let i = 0; i < data.length; i += 4) {
    if (isHead && i === 8) continue;
    let word = 0;
    for (let j = 0; j < 4; j++) word = word * 256 + (i + j < data.length ? data[i + j] : 0);
    sum = (sum + word) >>> 0;
  }
  return sum;
}

const padded = (length) => (length + 3) & ~3;
const nameOf = (tag) => Buffer.from([tag >>> 24, tag >>> 16, tag >>> 8, tag].map((byte) => byte & 255)).toString("latin1");
