using PaperDigest.Accounts;

namespace PaperDigest.Community;

/// <summary>Who looks at a discussion, as far as it shows what they can do.</summary>
/// <param name="Id">The account; null for a visitor.</param>
/// <param name="Name">The public name; null where none was chosen, and then nothing can be written.</param>
public sealed record Commenter(Guid? Id, string? Name, bool IsCurator)
{
    internal static Commenter Of(HttpContext context) => new(
        CurrentAccount.IdOf(context.User), CurrentAccount.PublicNameOf(context.User), context.User.IsInRole(Policies.Curator));
}
