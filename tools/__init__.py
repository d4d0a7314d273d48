"""What authors run: the notebook generator, the students' release, the course's set-up."""
