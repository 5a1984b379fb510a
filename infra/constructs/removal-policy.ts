import { RemovalPolicy } from 'aws-cdk-lib';

/** Data outlive the stack, but what a first deployment made before it failed does not stay behind. */
export const removalOf = (keepsData: boolean): RemovalPolicy =>
  keepsData ? RemovalPolicy.RETAIN_ON_UPDATE_OR_DELETE : RemovalPolicy.DESTROY;
