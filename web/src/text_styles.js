import { adopt_styles } from './styles.js';
import { k_text_rules } from './text_rules.js';

/** @param {ShadowRoot} root */
export function adopt_text_styles(root) {
  adopt_styles(root, k_text_rules);
}
