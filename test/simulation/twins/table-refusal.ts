/** An error of the tables in DynamoDB's form; `name` is the class of the error. */
export class TableRefuses extends Error {
  constructor(name: string, message: string) {
    super(message);
    this.name = name;
  }
}
