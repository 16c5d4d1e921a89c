/** Drops a file on the atlas as a hand would. @param {import('playwright-core').Page} page @param {string} name @param {string | Uint8Array} content */
export async function drop(page, name, content) {
  await page.evaluate(
    ([file_name, base64]) => {
      const data = new DataTransfer();
      data.items.add(new File([Uint8Array.from(atob(base64), (each) => each.charCodeAt(0))], file_name));
      const root = /** @type {any} */ (document.querySelector('cluster-atlas')).shadowRoot.querySelector('.atlas');
      for (const type of ['dragover', 'drop']) root.dispatchEvent(new DragEvent(type, { dataTransfer: data, bubbles: true, cancelable: true, composed: true }));
    },
    /** @type {const} */ ([name, Buffer.from(content).toString('base64')]),
  );
}
