/** The name in the template of the authorizer that checks people's tokens. */
export const PEOPLES_TOKENS = 'PeoplesTokens';
