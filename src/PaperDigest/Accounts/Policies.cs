namespace PaperDigest.Accounts;

/// <summary>Who may open a page: the names that its <c>[Authorize]</c> carries.</summary>
internal static class Policies
{
    /// <summary>Curators and admins.</summary>
    public const string Curator = "curator";

    /// <summary>Admins only.</summary>
    public const string Admin = "admin";
}
