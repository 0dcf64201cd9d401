/**
 * Runs before everything else on the page. The policy forbids strings as script addresses; the only strings let
 * through are addresses on our own origin (the engine's worker, the service worker). No HTML is let through here:
 * Svelte has a policy of its own for its compiled templates.
 */
window.trustedTypes?.createPolicy('default', {
  createScriptURL: (address) => {
    if (new URL(address, document.baseURI).origin === location.origin) return address;
    throw new TypeError(`Not a script of this app: ${address}`);
  },
});
