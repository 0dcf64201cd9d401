import { expect, it } from 'vitest';
import { eventually } from '../../../test/browser/eventually.ts';
import { floatUnder } from './float-under.ts';

it('stays with its anchor, also while that is on its way', async () => {
  const anchor = document.createElement('button');
  anchor.textContent = 'Choose';
  anchor.style.cssText = 'position: fixed; left: 20px; top: 40px; inline-size: 120px; block-size: 30px';
  const floating = document.createElement('div');
  floating.popover = 'manual';
  floating.style.cssText = 'margin: 0; inset: auto; border: 0; padding: 0';
  floating.textContent = 'What there is to choose from';
  document.body.append(anchor, floating);
  const way = anchor.animate({ translate: ['0 100vh', '0 0'] }, { duration: 10_000, fill: 'both' });
  way.pause();
  const leave = floatUnder(() => anchor)(floating);
  await eventually(() => {
    expect(floating.getBoundingClientRect().bottom).toBeGreaterThan(innerHeight);
  });
  for (let frames = 0; frames < 2; frames += 1) await new Promise(requestAnimationFrame);

  way.currentTime = 10_000;
  await eventually(() => {
    const [box, place] = [anchor.getBoundingClientRect(), floating.getBoundingClientRect()];
    expect(box.top).toBe(40);
    expect([place.left, place.top]).toEqual([20, box.bottom + 4]);
  });
  leave?.();
  floating.remove();
  anchor.remove();
});
