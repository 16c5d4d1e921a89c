/** An archive, or a workbook, which is one. @param {Uint8Array} bytes */
export function is_zip(bytes) {
  return bytes[0] === 0x50 && bytes[1] === 0x4b && bytes[2] === 3 && bytes[3] === 4;
}
