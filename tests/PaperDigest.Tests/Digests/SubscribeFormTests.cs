using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Primitives;
using PaperDigest.Digests;

namespace PaperDigest.Tests.Digests;

public sealed class SubscribeFormTests
{
    [Theory]
    [InlineData("email", "", "Type the address")]
    [InlineData("email", "reader", "should look like")]
    [InlineData("email", "a b@example.org", "should look like")]
    [InlineData("email", "Reader <reader@example.org>", "should look like")]
    [InlineData("email", "a@example.org, b@example.org", "should look like")]
    [InlineData("email", "reader@example.org\r\nBcc: victim@example.org", "should look like")]
    [InlineData("email", "reader@localhost", "needs a dot")]
    [InlineData("email", "reader@-example.org", "not the name of a mail domain")]
    [InlineData("email", "leser.müller@example.org", "plain letters")]
    [InlineData("cadence", "weekly", "not there yet")]
    [InlineData("cadence", "hourly", "not there yet")]
    [InlineData("hour", "24", "between 0 and 23")]
    [InlineData("hour", "-1", "between 0 and 23")]
    [InlineData("hour", "seven", "between 0 and 23")]
    [InlineData("time_zone", "Europe/Atlantis", "no time zone")]
    [InlineData("topics", "68T50", "not an arXiv category")]
    public void A_wrong_field_is_explained(string field, string value, string explained)
    {
        var problem = Assert.Single(Read(("email", "reader@example.org"), (field, value)).Problems);
        Assert.Equal(field, problem.Field);
        Assert.Contains(explained, problem.Sentence, StringComparison.Ordinal);
    }

    [Fact]
    public void An_address_alone_is_enough()
    {
        var form = Read(("email", " Reader@Example.ORG "));
        Assert.Empty(form.Problems);
        Assert.Equal("Reader@example.org", form.Address);
        Assert.Equal((Cadence.Daily, 7, "UTC", 0), (form.Wishes.Cadence, form.Wishes.Hour, form.Wishes.TimeZone, form.Wishes.Topics.Length));
    }

    [Fact]
    public void Topics_come_in_any_form_and_are_kept_canonical_each_once()
    {
        var form = Read(("email", "reader@example.org"), ("topics", new StringValues(["cs.lg, CS.CL", "cs.CL", "cmp-lg"])));
        Assert.Empty(form.Problems);
        Assert.Equal(["cs.CL", "cs.LG"], form.Wishes.Topics);
    }

    [Fact]
    public void More_than_twenty_topics_are_too_many() =>
        Assert.Single(Read(("email", "reader@example.org"), ("topics", string.Join(',', Enumerable.Range(0, 21).Select(i => $"cs.A{(char)('A' + i)}")))).Problems);

    private static SubscribeForm Read(params (string Name, StringValues Value)[] fields) =>
        SubscribeForm.Read(new FormCollection(fields.GroupBy(f => f.Name).ToDictionary(f => f.Key, f => f.Last().Value)));
}
