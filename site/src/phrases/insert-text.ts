/**
 * Puts text where the cursor is, as if it were typed: undo takes it back, and React hears of it. `execCommand` is out
 * of fashion, but nothing else writes into the undo history of a box.
 */
export function insertText(box: HTMLTextAreaElement, text: string): void {
  box.focus();
  if (document.execCommand('insertText', false, text)) return;
  box.setRangeText(text, box.selectionStart, box.selectionEnd, 'end');
  box.dispatchEvent(new InputEvent('input', { bubbles: true, inputType: 'insertText', data: text }));
}
