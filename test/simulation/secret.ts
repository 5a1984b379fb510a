/** The secret under which the functions of a run hash numbers of people and accounts. */
export const SECRET = 'a secret of the simulation';
