using PaperDigest.Smtp.Mime;

namespace PaperDigest.Tests.Smtp;

public sealed class MailAddressSyntaxTests
{
    [Theory]
    [InlineData("reader@example.org", "reader@example.org")]
    [InlineData("First.Last+tag@Sub.Example.ORG", "First.Last+tag@sub.example.org")]
    [InlineData("o'reader_{x}@example.co.uk", "o'reader_{x}@example.co.uk")]
    [InlineData("reader@bücher.example", "reader@xn--bcher-kva.example")]
    [InlineData("reader@BÜCHER.example", "reader@xn--bcher-kva.example")]
    [InlineData("reader@例え.jp", "reader@xn--r8jz45g.jp")]
    [InlineData("reader@пример.рф", "reader@xn--e1afmkfd.xn--p1ai")]
    [InlineData("reader@xn--bcher-kva.example", "reader@xn--bcher-kva.example")]
    public void An_address_comes_back_as_it_goes_on_the_wire(string text, string address)
    {
        Assert.Equal(new AddressSyntax(AddressVerdict.Valid, address), MailAddressSyntax.Read(text));
        Assert.True(Mailbox.TryParse(text, out var mailbox));
        Assert.Equal(address, mailbox.Address);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("reader")]
    [InlineData("@example.org")]
    [InlineData("reader@")]
    [InlineData("a@b@example.org")]
    [InlineData("a b@example.org")]
    [InlineData(" reader@example.org")]
    [InlineData("Reader <reader@example.org>")]
    [InlineData("<reader@example.org>")]
    [InlineData("a@example.org, b@example.org")]
    [InlineData("reader(comment)@example.org")]
    [InlineData("\"reader\"@example.org")]
    [InlineData(".reader@example.org")]
    [InlineData("reader.@example.org")]
    [InlineData("re..ader@example.org")]
    [InlineData("reader\r\n@example.org")]
    [InlineData("reader\0@example.org")]
    [InlineData("reader\u200B@example.org")]
    [InlineData("reader\u00A0@example.org")]
    [InlineData("\uD800@example.org")]
    public void What_is_not_one_address_is_refused(string? text)
    {
        Assert.Equal(AddressVerdict.NotAnAddress, MailAddressSyntax.Read(text).Verdict);
        Assert.False(Mailbox.TryParse(text, out _));
    }

    [Theory]
    [InlineData("reader@example.org\r\n")]
    [InlineData("reader@example..org")]
    [InlineData("reader@.example.org")]
    [InlineData("reader@example.org.")]
    [InlineData("reader@-example.org")]
    [InlineData("reader@example-.org")]
    [InlineData("reader@exa_mple.org")]
    [InlineData("reader@exa mple.org")]
    [InlineData("reader@[127.0.0.1]")]
    [InlineData("reader@127.0.0.1")]
    [InlineData("reader@example.org>")]
    public void A_domain_is_a_host_name(string text) =>
        Assert.Equal(AddressVerdict.DomainNotValid, MailAddressSyntax.Read(text).Verdict);

    [Theory]
    [InlineData("reader@bu\u0308cher.example", "reader@xn--bcher-kva.example")]
    [InlineData("reader@ｅxample.org", "reader@example.org")]
    public void However_a_domain_is_typed_it_becomes_the_one_name_of_it(string text, string address) =>
        Assert.Equal((AddressVerdict.Valid, address), (MailAddressSyntax.Read(text).Verdict, MailAddressSyntax.Read(text).Address));

    [Fact]
    public void Lengths_are_those_of_the_standard()
    {
        var domain = string.Join('.', Enumerable.Repeat(new string('d', 60), 3));

        Assert.Equal(AddressVerdict.Valid, MailAddressSyntax.Read($"{new string('l', 64)}@{domain}.org").Verdict);
        Assert.Equal(AddressVerdict.LocalPartTooLong, MailAddressSyntax.Read($"{new string('l', 65)}@{domain}.org").Verdict);
        Assert.Equal(AddressVerdict.TooLong, MailAddressSyntax.Read($"{new string('l', 64)}@{domain}.example.org").Verdict);
        Assert.Equal(AddressVerdict.DomainNotValid, MailAddressSyntax.Read($"l@{new string('d', 64)}.org").Verdict);
    }

    [Fact]
    public void A_domain_without_a_dot_may_send_but_not_subscribe()
    {
        Assert.Equal(AddressVerdict.DomainWithoutDot, MailAddressSyntax.Read("digest@localhost").Verdict);
        Assert.False(Mailbox.TryParse("digest@localhost", out _));
        Assert.Equal("digest@localhost", new Mailbox("digest@localhost").Address);
    }

    [Theory]
    [InlineData("jürgen@example.org", "jürgen@example.org")]
    [InlineData("用户@例え.jp", "用户@xn--r8jz45g.jp")]
    public void A_local_part_beyond_ascii_is_told_apart_for_few_relays_take_it(string text, string address)
    {
        Assert.Equal(new AddressSyntax(AddressVerdict.NeedsSmtpUtf8, address), MailAddressSyntax.Read(text));
        Assert.False(Mailbox.TryParse(text, out _));
        Assert.Throws<ArgumentException>(() => new Mailbox(text));
    }
}
