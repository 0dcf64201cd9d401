export type Theme = 'system' | 'light' | 'dark';
export type Density = 'comfortable' | 'compact';

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

/** How this device shows the book: it is no part of the book. */
class Preferences {
  #theme = $state<Theme>('system');
  #density = $state<Density>('comfortable');

  constructor() {
    const theme = recall('theme');
    if (theme !== undefined && THEMES.includes(theme)) this.#theme = theme as Theme;
    if (recall('density') === 'compact') this.#density = 'compact';
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

  apply(): void {
    const { dataset } = document.documentElement;
    if (this.#theme === 'system') delete dataset['theme'];
    else dataset['theme'] = this.#theme;
    if (this.#density === 'comfortable') delete dataset['density'];
    else dataset['density'] = this.#density;
  }
}

export const preferences = new Preferences();
