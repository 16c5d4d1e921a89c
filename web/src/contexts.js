// The WebGL contexts of a page's atlases. A browser gives a page about sixteen and takes the oldest away, seen or not;
// so atlases that nobody sees give theirs back, longest unseen first, and get one again when they are seen.

/** @typedef {{is_seen: boolean, give_back_context: () => void}} Holder */

const k_most = 8; // leaves as many to the rest of the page

/** Longest unseen first. @type {Set<Holder>} */
const holders = new Set();

/** It has a context, or is seen again. @param {Holder} holder */
export function keep_context(holder) {
  holders.delete(holder);
  holders.add(holder);
  make_room();
}

/** @param {Holder} holder */
export function forget_context(holder) {
  holders.delete(holder);
}

/** Somebody can't be seen any more. */
export function make_room() {
  for (const holder of holders) {
    if (holders.size <= k_most) return;
    if (holder.is_seen) continue;
    holders.delete(holder);
    holder.give_back_context();
  }
}
