namespace PaperDigest.Accounts;

/// <summary>Whom a sign-in link signs in.</summary>
/// <param name="Account">The account of a printed link; null for a mailed one.</param>
/// <param name="Email">The address, of the account or that the link was mailed to.</param>
internal sealed record LinkOwner(Guid? Account, string Email);
