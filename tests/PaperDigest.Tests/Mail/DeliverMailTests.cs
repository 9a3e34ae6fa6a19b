using Microsoft.Extensions.Options;
using PaperDigest.Database;
using PaperDigest.Mail;
using PaperDigest.Smtp;
using PaperDigest.Tests.Smtp;
using PaperDigest.Tests.Support;

namespace PaperDigest.Tests.Mail;

public sealed class DeliverMailTests(TestDatabase database) : IClassFixture<TestDatabase>, IAsyncLifetime
{
    private readonly LoopbackSmtpServer _server = LoopbackSmtpServer.Start();

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => await database.ExecuteAsync("DELETE FROM outgoing_mail");

    public ValueTask DisposeAsync() => _server.DisposeAsync();

    [Fact]
    public async Task What_is_due_is_sent_as_it_was_frozen()
    {
        var id = await QueueAsync();
        var report = await RunAsync();
        var received = Assert.Single(_server.Messages);
        Assert.Equal(("digest@example.org", "reader@example.org"), (received.From, received.To));
        Assert.Contains($"Message-ID: <{id}@example.org>", received.Text, StringComparison.Ordinal);
        Assert.Equal("sent", await QueuedMail.StateAsync(database, id));
        Assert.Equal(DeliveryReport.Nothing with { Sent = 1 }, report);

        Assert.True((await RunAsync()).IsEmpty);
        Assert.Single(_server.Messages);
    }

    [Fact]
    public async Task What_is_due_later_waits_and_what_is_too_late_expires()
    {
        var (later, late) = (QueuedMail.Digest(Guid.NewGuid()), QueuedMail.Digest(Guid.NewGuid()));
        later.NotBefore = TestClock.Noon.AddMinutes(1);
        late.NotAfter = TestClock.Noon;
        await QueuedMail.StoreAsync(database, later, late);
        Assert.Equal(DeliveryReport.Nothing with { Expired = 1 }, await RunAsync());
        Assert.Empty(_server.Messages);
        Assert.Equal(("queued", "expired"), (await QueuedMail.StateAsync(database, later.Id), await QueuedMail.StateAsync(database, late.Id)));
    }

    [Theory]
    [InlineData(SmtpFault.Recipient550, "failed", 1)]
    [InlineData(SmtpFault.Recipient450, "queued", 1)]
    [InlineData(SmtpFault.Message451, "queued", 1)]
    [InlineData(SmtpFault.Greet421, "queued", 0)]
    [InlineData(SmtpFault.DropBeforeData, "queued", 1)]
    [InlineData(SmtpFault.DropUnkept, "unknown", 1)]
    [InlineData(SmtpFault.DropKept, "unknown", 1)]
    public async Task Each_fault_leaves_the_state_that_is_known_and_no_second_copy_ever_goes_out(SmtpFault fault, string state, int attempts)
    {
        var id = await QueueAsync();
        _server.Inject(fault);
        await RunAsync();
        Assert.Equal(state, await QueuedMail.StateAsync(database, id));
        Assert.Equal(attempts, await database.ScalarAsync<int>($"SELECT attempts FROM outgoing_mail WHERE id = '{id}'"));

        var again = await RunAsync(TestClock.Noon.AddHours(1));
        Assert.Equal(state == "queued" ? 1 : 0, again.Sent);
        Assert.Equal(state == "queued" ? "sent" : state, await QueuedMail.StateAsync(database, id));
        Assert.Equal(state == "failed" || fault == SmtpFault.DropUnkept ? 0 : 1, _server.Messages.Count);
    }

    [Fact]
    public async Task A_refused_message_waits_its_time()
    {
        await QueueAsync();
        _server.Inject(SmtpFault.Recipient450);
        await RunAsync();
        Assert.True((await RunAsync(TestClock.Noon.AddSeconds(40))).IsEmpty);
        Assert.Equal(1, (await RunAsync(TestClock.Noon.AddSeconds(80))).Sent);
    }

    [Fact]
    public async Task A_relay_in_trouble_costs_no_message_and_ends_the_pass()
    {
        for (var i = 0; i < 5; i++) await QueueAsync();
        _server.Inject(SmtpFault.Mail550);
        // One connection: another would send its share before it hears of the trouble.
        var report = await Deliver(connections: 1).RunAsync(new DeliveryRound(TestClock.Noon), Token);
        Assert.NotNull(report.Stopped);
        Assert.Equal((0, 0), (report.Failed, report.Sent));
        Assert.Equal(5, await database.ScalarAsync<long>("SELECT count(*) FROM outgoing_mail WHERE state = 'queued' AND attempts = 0"));
        Assert.Equal(5, (await RunAsync(TestClock.Noon.AddMinutes(6))).Sent);
    }

    [Fact]
    public async Task A_confirmation_whose_fate_is_unknown_is_sent_again()
    {
        var mail = QueuedMail.Digest(Guid.NewGuid());
        mail.Kind = MailKind.Confirmation;
        await QueuedMail.StoreAsync(database, mail);
        _server.Inject(SmtpFault.DropUnkept);
        await RunAsync();
        Assert.Equal(1, (await RunAsync(TestClock.Noon.AddMinutes(2))).Sent);
    }

    [Fact]
    public async Task After_a_crash_what_had_not_begun_is_sent_and_what_had_is_unknown()
    {
        Guid[] ids = [Guid.NewGuid(), Guid.NewGuid()];
        await QueuedMail.StoreAsync(database, ids[0], "leased");
        await QueuedMail.StoreAsync(database, ids[1], "handing_over");
        var report = await RunAsync();
        Assert.Equal((1, 1), (report.Sent, report.Unknown));
        Assert.Equal(["sent", "unknown"], await Task.WhenAll(ids.Select(id => QueuedMail.StateAsync(database, id))));
        Assert.Contains($"{ids[0]}", Assert.Single(_server.Messages).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_living_sender_keeps_its_claims_until_its_lease_ends()
    {
        await using var other = await SenderPresence.ShowAsync(database.Source, Token);
        await QueueAsync();
        var ledger = new MailLedger(database.Source);
        var claimed = Assert.Single((await ledger.ClaimAsync(new MailClaim(other.Token, TestClock.Noon, false, []), Token)).Leased);
        Assert.True((await RunAsync()).IsEmpty);

        await database.ExecuteAsync("UPDATE outgoing_mail SET lease_until = now() - interval '1 second'");
        Assert.Equal(1, (await RunAsync()).Sent);
        // The slow sender wakes up and must not send.
        Assert.False(await ledger.BeginHandOverAsync(claimed, TestClock.Noon, Token));
    }

    [Fact]
    public async Task A_sender_taken_for_dead_that_had_sent_resolves_the_doubt()
    {
        await using var other = await SenderPresence.ShowAsync(database.Source, Token);
        var id = await QueueAsync();
        var ledger = new MailLedger(database.Source);
        var claimed = Assert.Single((await ledger.ClaimAsync(new MailClaim(other.Token, TestClock.Noon, false, []), Token)).Leased);
        Assert.True(await ledger.BeginHandOverAsync(claimed, TestClock.Noon, Token));
        await database.ExecuteAsync("UPDATE outgoing_mail SET lease_until = now() - interval '1 second'");
        await RunAsync();
        Assert.Equal("unknown", await QueuedMail.StateAsync(database, id));

        await ledger.BookAsync(claimed, new MailStep(MailState.Sent, default, new(250, "ok")), TestClock.Noon, Token);
        Assert.Equal("sent", await QueuedMail.StateAsync(database, id));
        Assert.Empty(_server.Messages);
    }

    [Fact]
    public async Task A_claim_passes_by_what_another_one_has_in_hand()
    {
        var (first, second) = (await QueueAsync(), await QueueAsync());
        await using var other = await database.Source.OpenConnectionAsync(Token);
        await using var transaction = await other.BeginTransactionAsync(Token);
        await using var hold = new Npgsql.NpgsqlCommand($"SELECT 1 FROM outgoing_mail WHERE id = '{first}' FOR UPDATE", other);
        await hold.ExecuteNonQueryAsync(Token);

        using var patience = CancellationTokenSource.CreateLinkedTokenSource(Token);
        patience.CancelAfter(TimeSpan.FromSeconds(10));
        var claimed = await new MailLedger(database.Source).ClaimAsync(new MailClaim(Guid.NewGuid(), TestClock.Noon, false, []), patience.Token);
        Assert.Equal(second, Assert.Single(claimed.Leased).Id);
    }

    [Fact]
    public async Task What_is_withdrawn_after_the_claim_does_not_go_out()
    {
        await using var sender = await SenderPresence.ShowAsync(database.Source, Token);
        var id = await QueueAsync();
        var ledger = new MailLedger(database.Source);
        var claimed = Assert.Single((await ledger.ClaimAsync(new MailClaim(sender.Token, TestClock.Noon, false, []), Token)).Leased);
        await using var connection = await database.Source.OpenConnectionAsync(Token);
        Assert.Equal(1, await Outbox.WithdrawAsync(connection, [id], new("left", TestClock.Noon), Token));
        Assert.False(await ledger.BeginHandOverAsync(claimed, TestClock.Noon, Token));
    }

    [Fact]
    public async Task Workers_side_by_side_send_each_message_once()
    {
        var mails = Enumerable.Range(0, 200).Select(_ => QueuedMail.Digest(Guid.NewGuid())).ToArray();
        await QueuedMail.StoreAsync(database, mails);
        var reports = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => RunAsync()));
        Assert.Equal(200, reports.Sum(r => r.Sent));
        Assert.Equal(200, _server.Messages.Count);
        Assert.Equal(200, _server.Messages.Select(m => m.Text).Distinct().Count());
    }

    [Fact]
    public async Task A_stopped_worker_finishes_what_is_in_hand_and_gives_the_rest_back()
    {
        var mails = Enumerable.Range(0, 50).Select(_ => QueuedMail.Digest(Guid.NewGuid())).ToArray();
        await QueuedMail.StoreAsync(database, mails);
        using var stop = new CancellationTokenSource();
        var running = Deliver().RunAsync(new DeliveryRound(TestClock.Noon), stop.Token);
        await Eventually.Async(() => _server.Messages.Count > 3, "some messages sent");
        await stop.CancelAsync();
        try
        {
            await running;
        }
        catch (OperationCanceledException)
        {
            // Stopped between two claims.
        }
        var sent = await database.ScalarAsync<long>("SELECT count(*) FROM outgoing_mail WHERE state = 'sent'");
        Assert.Equal(_server.Messages.Count, sent);
        Assert.Equal(50 - sent, await database.ScalarAsync<long>("SELECT count(*) FROM outgoing_mail WHERE state = 'queued' AND attempts = 0"));
    }

    [Fact]
    public async Task Draining_tries_refused_messages_again_until_none_is_left()
    {
        for (var i = 0; i < 6; i++) await QueueAsync();
        _server.Inject(SmtpFault.Recipient450, 5);
        _server.Inject(SmtpFault.Greet421, 2);
        var (report, left) = await new DrainMail(Deliver(), new MailLedger(database.Source), TimeProvider.System).RunAsync(TestClock.Noon, Token);
        Assert.Equal((6, 0), (report.Sent, left));
        Assert.Equal(6, _server.Messages.Count);
    }

    [Fact]
    public async Task Without_a_server_messages_become_files()
    {
        using var folder = new ScratchFolder("mail");
        var id = await QueueAsync();
        var options = Options.Create(new SmtpOptions());
        await new DeliverMail(database.Source, new MailLedger(database.Source), new MailTransports(options, new DataFolder(folder.Path)), options)
            .RunAsync(new DeliveryRound(TestClock.Noon), Token);
        Assert.Contains($"{id}", Assert.Single(Directory.GetFiles(Path.Combine(folder.Path, "mail"), "*.eml")), StringComparison.Ordinal);
        Assert.Equal("sent", await QueuedMail.StateAsync(database, id));
    }

    private async Task<Guid> QueueAsync() => (await QueuedMail.StoreAsync(database, QueuedMail.Digest(Guid.NewGuid())))[0];

    private Task<DeliveryReport> RunAsync(DateTimeOffset? at = null) => Deliver().RunAsync(new DeliveryRound(at ?? TestClock.Noon), Token);

    private DeliverMail Deliver(int connections = 2)
    {
        var options = Options.Create(new SmtpOptions { Host = "127.0.0.1", Port = _server.Port, Security = SmtpSecurity.None, Connections = connections });
        return new DeliverMail(database.Source, new MailLedger(database.Source), new MailTransports(options, new DataFolder("unused")), options);
    }
}
