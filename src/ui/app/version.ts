/** Which build this is, as in `0.1.0+9cd724b`. */
export const version: string = __APP_VERSION__;
