"""AWS Cognito: the post-confirmation trigger, and a user pool as a source of users (extra `cognito`, boto3)."""
