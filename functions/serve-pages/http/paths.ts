/** Where signing in begins. */
export const SIGN_IN = '/sign-in';
