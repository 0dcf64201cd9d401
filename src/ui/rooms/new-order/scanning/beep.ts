let sound: AudioContext | undefined;

const LENGTH_S = 0.09;

/** A short tone as a till makes it: high when it was found, low when it was not. Silent where there is no sound. */
export const beep = (found: boolean): void => {
  try {
    sound ??= new AudioContext();
    const tone = sound.createOscillator();
    const loudness = sound.createGain();
    tone.frequency.value = found ? 1_760 : 330;
    loudness.gain.value = 0.06;
    tone.connect(loudness).connect(sound.destination);
    tone.start();
    tone.stop(sound.currentTime + (found ? LENGTH_S : 3 * LENGTH_S));
  } catch {
    // What was scanned is said and shown as well.
  }
};
