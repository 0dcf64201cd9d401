import { describe, expect, it } from 'vitest';
import { optionsIn, optionsText } from './variant-options.ts';

describe('what sets a variant apart', () => {
  it('is read from one line and written back', () => {
    const options = optionsIn('Size: M, Colour:Red');
    expect(options).toEqual([
      { name: 'Size', value: 'M' },
      { name: 'Colour', value: 'Red' },
    ]);
    expect(optionsText(options)).toBe('Size: M, Colour: Red');
  });

  it('is nothing at all when a part has no name or no value', () => {
    expect(['', 'M', 'Size:', 'Size: M,'].map(optionsIn)).toEqual([[], [], [], []]);
  });
});
