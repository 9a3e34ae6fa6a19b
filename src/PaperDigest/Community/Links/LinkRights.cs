using System.Security.Claims;
using PaperDigest.Accounts;

namespace PaperDigest.Community;

/// <summary>Who may set the links of a paper.</summary>
internal static class LinkRights
{
    /// <summary>Whether this is somebody who answers for the paper's page: a curator.</summary>
    public static bool MayEditLinks(ClaimsPrincipal user) => user.IsInRole(Policies.Curator);
}
