using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace PaperDigest.Accounts;

/// <summary>How accounts and sign-in links are stored.</summary>
internal sealed class AccountsMap : IEntityTypeConfiguration<Account>, IEntityTypeConfiguration<SignInLink>
{
    public void Configure(EntityTypeBuilder<Account> account)
    {
        account.ToTable("accounts");
        account.HasIndex(a => a.PublicNameKey).IsUnique();
    }

    public void Configure(EntityTypeBuilder<SignInLink> link)
    {
        link.ToTable("sign_in_links").HasKey(l => l.TokenHash);
        link.HasIndex(l => l.ExpiresAt);
        link.HasIndex(l => l.AskedAt);
        link.HasIndex(l => new { l.EmailKey, l.AskedAt });
        link.HasOne<Account>().WithMany().HasForeignKey(l => l.AccountId).OnDelete(DeleteBehavior.Cascade);
    }
}
