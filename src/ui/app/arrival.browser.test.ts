import { afterEach, describe, expect, it } from 'vitest';
import { arrive } from './arrival.ts';

const room = document.createElement('div');
document.body.append(room);

const show = (html: string): void => {
  const parsed = new DOMParser().parseFromString(html, 'text/html');
  room.replaceChildren(...parsed.body.childNodes);
};

afterEach(() => {
  (document.activeElement as HTMLElement | null)?.blur();
});

describe('arriving in a room', () => {
  it('begins at the heading of the sheet, which stands after its list', () => {
    show('<h1 tabindex="-1">List</h1><h1 tabindex="-1">Sheet</h1>');
    arrive(room, document.activeElement);
    expect(document.activeElement?.textContent).toBe('Sheet');
  });

  it('leaves the cursor in the field that the room has put it into', () => {
    show('<h1 tabindex="-1">New order</h1><input />');
    room.querySelector('input')?.focus();
    arrive(room, document.activeElement);
    expect(document.activeElement?.tagName).toBe('INPUT');
  });
});
