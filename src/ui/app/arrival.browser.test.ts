import { afterEach, describe, expect, it } from 'vitest';
import { arrive } from './arrival.ts';

const room = document.createElement('div');
document.body.append(room);

const parsed = (html: string): NodeListOf<ChildNode> =>
  new DOMParser().parseFromString(html, 'text/html').body.childNodes;

const show = (html: string): void => {
  room.replaceChildren(...parsed(html));
};

const seen = (): Promise<void> => new Promise((resolve) => setTimeout(resolve));

afterEach(() => {
  (document.activeElement as HTMLElement | null)?.blur();
});

describe('arriving in a room', () => {
  it('begins at the heading of the sheet, which stands after its list', () => {
    show('<h1 tabindex="-1">List</h1><h1 tabindex="-1">Sheet</h1>');
    arrive(room);
    expect(document.activeElement?.textContent).toBe('Sheet');
  });

  it('goes on to the heading of a sheet that is still being read', async () => {
    show('<h1 tabindex="-1">List</h1>');
    arrive(room);
    room.append(...parsed('<h1 tabindex="-1">Sheet</h1>'));
    await seen();
    expect(document.activeElement?.textContent).toBe('Sheet');
  });

  it('does not call the person back who has gone elsewhere meanwhile', async () => {
    show('<h1 tabindex="-1">List</h1><button>Stub</button>');
    arrive(room);
    room.querySelector('button')?.focus();
    room.append(...parsed('<h1 tabindex="-1">Sheet</h1>'));
    await seen();
    expect(document.activeElement?.textContent).toBe('Stub');
  });

  it('leaves the cursor in the field that the room has put it into', () => {
    show('<h1 tabindex="-1">New order</h1><input />');
    room.querySelector('input')?.focus();
    arrive(room);
    expect(document.activeElement?.tagName).toBe('INPUT');
  });

  it('leaves the person at the part of the room that the address means', () => {
    show('<h1 tabindex="-1">Settings</h1><h2 tabindex="-1">Backup</h2>');
    room.querySelector('h2')?.focus();
    arrive(room);
    expect(document.activeElement?.textContent).toBe('Backup');
  });
});
