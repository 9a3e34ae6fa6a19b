using PaperDigest.Digests;
using PaperDigest.Mail;
using PaperDigest.Tests.Support;

namespace PaperDigest.Tests.Digests;

public sealed class SubscriptionTokensTests(TestDatabase database) : IClassFixture<TestDatabase>
{
    private static readonly Guid Id = Guid.Parse("0197a7c0-0000-7000-8000-000000000001");
    private static readonly DateTimeOffset Expires = TestClock.Noon.AddDays(7);

    private SubscriptionTokens Tokens => new(new LinkSigner(database.Source));

    [Fact]
    public void A_token_says_whose_it_is()
    {
        Assert.Equal(Id, Tokens.ReadManage(Tokens.Manage(Id)));
        Assert.Equal(Id, Tokens.ReadUnsubscribe(Tokens.Unsubscribe(Id)));
        Assert.Equal(new ConfirmToken(Id, Expires), Tokens.ReadConfirm(Tokens.Confirm(Id, Expires)));
    }

    [Fact]
    public void A_token_for_one_purpose_is_worth_nothing_for_another()
    {
        Assert.Null(Tokens.ReadManage(Tokens.Unsubscribe(Id)));
        Assert.Null(Tokens.ReadUnsubscribe(Tokens.Manage(Id)));
        Assert.Null(Tokens.ReadManage(Tokens.Confirm(Id, Expires)));
        Assert.Null(Tokens.ReadConfirm(Tokens.Manage(Id)));
    }

    [Fact]
    public void Changing_any_character_spoils_a_token()
    {
        var token = Tokens.Confirm(Id, Expires);
        for (var i = 0; i < token.Length; i++)
        {
            var changed = token[i] == 'A' ? 'B' : 'A';
            Assert.Null(Tokens.ReadConfirm(token[..i] + changed + token[(i + 1)..]));
        }
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("AAAA")]
    [InlineData("%2e%2e")]
    [InlineData("AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA")]
    public void What_is_no_token_is_refused(string? token)
    {
        Assert.Null(Tokens.ReadManage(token));
        Assert.Null(Tokens.ReadConfirm(token));
    }

    [Fact]
    public void Tokens_are_short_and_fit_an_address_as_they_are()
    {
        Assert.Matches("^[A-Za-z0-9_-]{38}$", Tokens.Unsubscribe(Id));
        Assert.Matches("^[A-Za-z0-9_-]{48}$", Tokens.Confirm(Id, Expires));
    }

    [Fact]
    public async Task Processes_that_make_the_key_at_once_share_one()
    {
        await database.ExecuteAsync("DELETE FROM instance_keys");
        var tokens = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Task.Run(() => Tokens.Manage(Id))));
        Assert.Single(tokens.Distinct());
    }

    [Fact]
    public async Task Another_installation_cannot_sign_for_this_one()
    {
        var token = Tokens.Manage(Id);
        await database.ExecuteAsync("DELETE FROM instance_keys");
        Assert.Null(Tokens.ReadManage(token));
    }
}
