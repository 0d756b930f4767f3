"""Decidim: proposals, comments and answers to surveys."""
