/** Where an operator looks. */
export const SYSTEM_PAGE = '/operator/system';
export const RECEIVERS_PAGE = '/operator/receivers';
