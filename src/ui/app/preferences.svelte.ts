export type Theme = 'system' | 'light' | 'dark';
export type Density = 'comfortable' | 'compact';
export type Contrast = 'system' | 'more';

/** Minutes without a touch after which the PIN is asked for again. */
export const LOCKS = ['never', '1', '5', '15', '60'] as const;
export type LockAfter = (typeof LOCKS)[number];

const THEMES: readonly string[] = ['system', 'light', 'dark'] satisfies Theme[];

// localStorage is closed in some private windows; a look is not worth failing for.
const recall = (key: string): string | undefined => {
  try {
    return localStorage.getItem(`counterfoil.${key}`) ?? undefined;
  } catch {
    return undefined;
  }
};

const remember = (key: string, value: string): void => {
  try {
    localStorage.setItem(`counterfoil.${key}`, value);
  } catch {
    // It then holds until the page is closed.
  }
};

/** How this device shows the book, and when it locks it: no part of the book. */
class Preferences {
  #theme = $state<Theme>('system');
  #density = $state<Density>('comfortable');
  #contrast = $state<Contrast>('system');
  #lockAfter = $state<LockAfter>('never');
  readonly #systemsContrast = matchMedia('(prefers-contrast: more)');

  constructor() {
    const theme = recall('theme');
    if (theme !== undefined && THEMES.includes(theme)) this.#theme = theme as Theme;
    if (recall('density') === 'compact') this.#density = 'compact';
    if (recall('contrast') === 'more') this.#contrast = 'more';
    this.#lockAfter = LOCKS.find((after) => after === recall('lock')) ?? 'never';
    this.#systemsContrast.addEventListener('change', () => {
      this.apply();
    });
  }

  get theme(): Theme {
    return this.#theme;
  }

  set theme(theme: Theme) {
    this.#theme = theme;
    remember('theme', theme);
    this.apply();
  }

  get density(): Density {
    return this.#density;
  }

  set density(density: Density) {
    this.#density = density;
    remember('density', density);
    this.apply();
  }

  get contrast(): Contrast {
    return this.#contrast;
  }

  set contrast(contrast: Contrast) {
    this.#contrast = contrast;
    remember('contrast', contrast);
    this.apply();
  }

  get lockAfter(): LockAfter {
    return this.#lockAfter;
  }

  set lockAfter(after: LockAfter) {
    this.#lockAfter = after;
    remember('lock', after);
  }

  apply(): void {
    const { dataset } = document.documentElement;
    if (this.#theme === 'system') delete dataset['theme'];
    else dataset['theme'] = this.#theme;
    if (this.#density === 'comfortable') delete dataset['density'];
    else dataset['density'] = this.#density;
    if (this.#contrast === 'more' || this.#systemsContrast.matches) dataset['contrast'] = 'more';
    else delete dataset['contrast'];
  }
}

export const preferences = new Preferences();
