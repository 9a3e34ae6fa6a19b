using System.Globalization;
using System.Text;
using Microsoft.Extensions.Options;
using PaperDigest.Hosting;
using PaperDigest.Mail;

namespace PaperDigest.Community;

/// <summary>Says who votes in a request.</summary>
internal sealed class Voters(LinkSigner signer, IOptions<VoteOptions> options)
{
    private const int NetworkBytes = 16;

    /// <summary>The voter of the request, who is given a cookie where there is neither account nor cookie yet.</summary>
    public Voter Admit(HttpContext context, DateTimeOffset now)
    {
        var reader = Reader.Admit(context);
        return reader.HasAccount
            ? Voter.Account(reader.Id)
            : Voter.Visitor(reader.Id, new VoteLimit(Mark(context, now), options.Value.PerVisitor, options.Value.PerNetwork));
    }

    /// <summary>Signed with the day, so that what is stored says nothing about anybody, and nothing tomorrow.</summary>
    private byte[] Mark(HttpContext context, DateTimeOffset now) => signer.Sign(
        "vote-network", Encoding.UTF8.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{now.UtcDateTime:yyyy-MM-dd} {Network.Of(context)}")), NetworkBytes);
}
