import assert from 'node:assert/strict';
import { test } from 'node:test';
import { meaningOfTextKey } from '../../../web/src/text_keys.js';

const kLine = { multiline: false, search: false };
const kLong = { multiline: true, search: false };
const kSearch = { multiline: false, search: true };
const key = (name, more = {}) => ({ key: name, ...more });

test('Enter, Tab and Escape end an edit', () => {
  assert.equal(meaningOfTextKey(key('Enter'), kLine), 'commitEnter');
  assert.equal(meaningOfTextKey(key('Tab'), kLine), 'commitTab');
  assert.equal(meaningOfTextKey(key('Tab', { shiftKey: true }), kLong), 'commitShiftTab');
  assert.equal(meaningOfTextKey(key('Escape'), kLine), 'cancel');
});

test('in a long text Enter is a new line and Ctrl+Enter ends', () => {
  assert.equal(meaningOfTextKey(key('Enter'), kLong), 'field');
  assert.equal(meaningOfTextKey(key('Enter', { ctrlKey: true }), kLong), 'commitEnter');
});

test('nothing ends while an input method composes', () => {
  for (const name of ['Enter', 'Tab', 'Escape']) {
    assert.equal(meaningOfTextKey(key(name, { isComposing: true }), kLine), 'field');
    assert.equal(meaningOfTextKey(key(name, { keyCode: 229 }), kLine), 'field');
  }
});

test('in a search the arrows up and down belong to its results, Enter takes one', () => {
  assert.equal(meaningOfTextKey(key('Enter'), kSearch), 'commitEnter');
  for (const name of ['ArrowDown', 'ArrowUp']) {
    assert.equal(meaningOfTextKey(key(name), kSearch), 'results');
  }
  assert.equal(meaningOfTextKey(key('ArrowLeft'), kSearch), 'field');
});

test('typing, clipboard and undo are the field’s, other shortcuts the app’s', () => {
  for (const name of ['a', 'é', ' ', 'Backspace', 'Home']) {
    assert.equal(meaningOfTextKey(key(name), kLine), 'field');
  }
  assert.equal(meaningOfTextKey(key('Z', { ctrlKey: true, shiftKey: true }), kLine), 'field');
  assert.equal(meaningOfTextKey(key('v', { metaKey: true }), kLine), 'field');
  assert.equal(meaningOfTextKey(key('k', { ctrlKey: true }), kLine), 'app');
  assert.equal(meaningOfTextKey(key('F1'), kLine), 'app');
});
