using PaperDigest.Accounts;

namespace PaperDigest.Community;

/// <summary>Who votes, saves and reads: an account where one is signed in, otherwise the visitor of the signed cookie.</summary>
/// <param name="Id">The account's or the visitor's id; both are random, so that one column holds either.</param>
/// <param name="HasAccount">Whether it is an account's.</param>
internal sealed record Reader(Guid Id, bool HasAccount)
{
    /// <summary>The reader of the request; null for one who never acted.</summary>
    public static Reader? Of(HttpContext context) =>
        CurrentAccount.IdOf(context.User) is { } account ? new Reader(account, true)
        : Visitor.IdOf(context) is { } visitor ? new Reader(visitor, false) : null;

    /// <summary>The reader of the request, who is given a cookie where there is neither account nor cookie yet.</summary>
    public static Reader Admit(HttpContext context) =>
        CurrentAccount.IdOf(context.User) is { } account ? new Reader(account, true) : new Reader(Visitor.Admit(context), false);
}
