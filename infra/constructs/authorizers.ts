/** The authorizer of people's tokens, by its name in the template. */
export const PEOPLES_TOKENS = 'PeoplesTokens';
