using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace PaperDigest.Accounts;

/// <summary>How accounts, sign-in links and passkeys are stored.</summary>
internal sealed class AccountsMap :
    IEntityTypeConfiguration<Account>, IEntityTypeConfiguration<SignInLink>, IEntityTypeConfiguration<IdentityUserPasskey<Guid>>
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

    /// <summary>Identity's own entity, in columns instead of a document, so that they can be read in psql.</summary>
    public void Configure(EntityTypeBuilder<IdentityUserPasskey<Guid>> passkey)
    {
        passkey.ToTable("passkeys").HasKey(p => p.CredentialId);
        passkey.Property(p => p.UserId).HasColumnName("account_id");
        passkey.HasOne<Account>().WithMany().HasForeignKey(p => p.UserId).OnDelete(DeleteBehavior.Cascade);
        passkey.OwnsOne(p => p.Data, data =>
        {
            data.WithOwner().HasForeignKey(nameof(IdentityUserPasskey<Guid>.CredentialId));
            data.Property<byte[]>(nameof(IdentityUserPasskey<Guid>.CredentialId)).HasColumnName("credential_id");
            foreach (var property in data.OwnedEntityType.ClrType.GetProperties()) data.Property(property.Name).HasColumnName(property.Name);
            // A counter of 32 bits without a sign.
            data.Property(d => d.SignCount).HasConversion<long>();
        });
        passkey.Navigation(p => p.Data).IsRequired();
    }
}
