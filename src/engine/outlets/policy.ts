/** Watches whether the page's own security policy keeps requests to this address in. */
export const watchPolicy = (url: string) => {
  let forbidden = false;
  const hear = (event: Event) => {
    const { blockedURI = '' } = event as Partial<SecurityPolicyViolationEvent>;
    forbidden ||= blockedURI !== '' && url.startsWith(blockedURI);
  };
  self.addEventListener('securitypolicyviolation', hear);
  return {
    /** Told in a task of its own, which may come after the request has failed. */
    forbade: () =>
      new Promise<boolean>((resolve) => {
        setTimeout(() => {
          resolve(forbidden);
        }, 0);
      }),
    end: () => {
      self.removeEventListener('securitypolicyviolation', hear);
    },
  };
};
